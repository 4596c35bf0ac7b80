import { useId, useState, type ReactNode } from 'react';

export interface Tool {
  readonly key: string;
  readonly title: string;
  readonly content: ReactNode;
  readonly onOpen?: () => void;
}

interface ToolsProps {
  readonly label: string;
  readonly tools: readonly Tool[];
  /** Open at first. */
  readonly initial?: string;
}

/** A row of buttons, each of which opens its panel in place of the one before. */
export function Tools({ label, tools, initial }: ToolsProps): ReactNode {
  const [openKey, setOpenKey] = useState<string | null>(initial ?? null);
  const panelId = useId();
  const open = tools.find(({ key }) => key === openKey);
  return (
    <section className="demo-tools" aria-label={label}>
      <div className="demo-tools-row">
        {tools.map(({ key, title, onOpen }) => (
          <button
            type="button"
            key={key}
            className="demo-tool"
            aria-expanded={key === openKey}
            aria-controls={panelId}
            onClick={() => {
              setOpenKey(key === openKey ? null : key);
              if (key !== openKey) onOpen?.();
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <div id={panelId} className="demo-tools-panel" hidden={open === undefined}>
        {open?.content}
      </div>
    </section>
  );
}
