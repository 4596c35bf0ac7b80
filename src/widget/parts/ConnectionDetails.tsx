import type { ReactNode } from 'react';
import type { ConnectionLabels } from './connectionLabels.js';

interface ConnectionDetailsProps {
  readonly labels: ConnectionLabels;
  readonly id?: string;
}

/** An address of no more characters stands in one line of a phone: broken, it would break at its hyphens. */
const ONE_LINE = 28;

/** The line below a connection's name. Dates are relative to the eye, exact on hover and when read out. */
export function ConnectionDetails({ labels, id }: ConnectionDetailsProps): ReactNode {
  return (
    <span className="onb-connection-details" id={id}>
      {labels.details.map((detail) => (
        <span
          className="onb-detail"
          key={detail}
          data-short={detail.length <= ONE_LINE ? '' : undefined}
        >
          <bdi>{detail}</bdi>
        </span>
      ))}
      {labels.times.length > 0 && (
        <span className="onb-connection-times">
          {labels.times.map(({ iso, text, exact }) => (
            <time key={exact} dateTime={iso} title={exact}>
              <span aria-hidden="true">{text}</span>
              <span className="onb-visually-hidden">{exact}</span>
            </time>
          ))}
        </span>
      )}
    </span>
  );
}
