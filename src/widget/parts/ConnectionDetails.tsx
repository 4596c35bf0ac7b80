import type { ReactNode } from 'react';
import type { ConnectionLabels } from './connectionLabels.js';

interface ConnectionDetailsProps {
  readonly labels: ConnectionLabels;
  readonly id?: string;
}

/** The line below a connection's name. Dates are relative to the eye, exact on hover and when read out. */
export function ConnectionDetails({ labels, id }: ConnectionDetailsProps): ReactNode {
  return (
    <span className="onb-connection-details" id={id}>
      {labels.details.map((detail) => (
        <span className="onb-detail" key={detail}>
          <bdi>
            {toUnbroken(detail).map((piece) => (
              <span key={piece.start}>{piece.text}</span>
            ))}
          </bdi>
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

/** An address breaks before its dots alone: a hyphen at a line's end would look like one of ours. */
function toUnbroken(detail: string): readonly { readonly start: number; readonly text: string }[] {
  if (/\s/.test(detail)) return [{ start: 0, text: detail }];
  return [...detail.matchAll(/\.?[^.]*/g)]
    .map(({ index, 0: text }) => ({ start: index, text }))
    .filter(({ text }) => text !== '');
}
