import { useState, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { useText } from '../root/text.js';

/** The first of a long list, and the button that shows the rest; one more is not worth a button. */
export function useFold<T>(items: readonly T[], limit: number): [readonly T[], ReactNode] {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen || items.length <= limit + 1) return [items, null];
  return [
    items.slice(0, limit),
    <Button key="more" variant="quiet" part="unfold" onClick={() => setOpen(true)}>
      {t('activation.more', { count: items.length - limit })}
    </Button>,
  ];
}
