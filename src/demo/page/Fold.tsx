import { useId, useState, type ReactNode } from 'react';

interface FoldProps {
  /** Class of the whole; `data-open` says whether it is open. */
  readonly className: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** Content behind a button on narrow screens; on wide ones the stylesheet shows it always. */
export function Fold({ className, title, children }: FoldProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const contentId = useId();
  return (
    <div className={`demo-fold ${className}`} data-open={isOpen}>
      <button
        type="button"
        className="demo-fold-toggle"
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => setOpen(!isOpen)}
      >
        {title}
        <svg viewBox="0 0 16 16" aria-hidden="true" className="demo-chevron">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </button>
      <div id={contentId} className="demo-fold-content">
        {children}
      </div>
    </div>
  );
}
