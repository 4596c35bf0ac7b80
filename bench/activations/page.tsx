import { QueryClient } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { ActivationList, IntegrationHub } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { BareCards, type BareCardProps } from './BareCards.js';
import { createCardsBackend, renamedIndex } from './cardsBackend.js';

export type CardsKind = 'activations' | 'hub' | 'bare cards';

/** What `question.ts` calls in the page; each is done when the page is laid out anew. */
export interface CardsBench {
  readonly open: (kind: CardsKind, count: number) => Promise<void>;
  /** One card gets another name, with the next answer of the backend. */
  readonly update: () => Promise<void>;
  readonly countNodes: () => number;
  readonly close: () => void;
}

const stage: HTMLElement = document.createElement('div');
document.body.append(stage);
let root: Root | null = null;
let rename: (name: string) => void = () => undefined;
let updates = 0;

const cardsBench: CardsBench = {
  async open(kind, count) {
    root = createRoot(stage);
    if (kind === 'bare cards') openBare(root, count);
    else openOurs(root, kind, count);
    await waitFor(`${kind === 'hub' ? 'Orders' : 'Store'} ${renamedIndex}`);
  },
  async update() {
    updates += 1;
    const name = `Renamed ${updates}`;
    rename(name);
    await waitFor(name);
  },
  countNodes: () => stage.querySelectorAll('*').length,
  close: () => root?.unmount(),
};

Object.assign(window, { cardsBench });

function openOurs(to: Root, kind: CardsKind, count: number): void {
  const backend = createCardsBackend(count);
  const queryClient = new QueryClient();
  rename = (name) => {
    backend.rename(name);
    void queryClient.refetchQueries();
  };
  const shared = { backend, queryClient, appearance: { theme: 'light' } } as const;
  to.render(
    kind === 'hub' ? (
      <IntegrationHub {...shared} />
    ) : (
      <ActivationList {...shared} environmentId="environment-0" />
    ),
  );
}

function openBare(to: Root, count: number): void {
  const cards = Array.from({ length: count }, (_, index): BareCardProps => ({
    name: `Store ${index}`,
    detail: `https://shop-${index}.example`,
  }));
  to.render(
    <BareCards
      first={cards}
      onReady={(replace) => {
        rename = (name) =>
          replace(cards.map((card, index) => (index === renamedIndex ? { ...card, name } : card)));
      }}
    />,
  );
}

/** Until the text is there and laid out. Throws where it does not come. */
async function waitFor(text: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (!stage.textContent.includes(text)) {
    if (performance.now() > end) throw new Error(`“${text}” never came.`);
    await nextTask();
  }
  void stage.offsetHeight;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });
}
