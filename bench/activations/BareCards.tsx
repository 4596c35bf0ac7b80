import { memo, useState, type NamedExoticComponent, type ReactNode } from 'react';

export interface BareCardProps {
  readonly name: string;
  readonly detail: string;
}

const BareCard: NamedExoticComponent<BareCardProps> = memo(function BareCard({
  name,
  detail,
}: BareCardProps): ReactNode {
  return (
    <article>
      <h3>{name}</h3>
      <p>{detail}</p>
      <button type="button">Change</button>
      <button type="button">Turn off</button>
    </article>
  );
});

interface BareCardsProps {
  readonly first: readonly BareCardProps[];
  /** Is given what replaces all cards. */
  readonly onReady: (replace: (cards: readonly BareCardProps[]) => void) => void;
}

/** The least that React can do: memoised cards with a name, a text and two buttons. */
export function BareCards({ first, onReady }: BareCardsProps): ReactNode {
  const [cards, setCards] = useState(first);
  return (
    <div ref={() => onReady(setCards)}>
      {cards.map(({ name, detail }, index) => (
        <BareCard key={detail} name={name} detail={`${detail} ${index}`} />
      ))}
    </div>
  );
}
