import { createRoot } from 'react-dom/client';
import { VariablesForm } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { hostileSchemas } from '../../test/support/hostileSchemas.js';

/** The longest that the page stood still, in milliseconds; tasks below 50 count as none. */
export interface Stillness {
  readonly open: number;
  readonly submit: number;
}

/** What `run.ts` calls in the page. */
export interface HostileBench {
  readonly names: readonly string[];
  readonly measure: (name: string) => Promise<Stillness>;
}

const stage: HTMLElement = document.createElement('div');
document.body.append(stage);
const tasks: number[] = [];
new PerformanceObserver((list) => {
  tasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ['longtask'] });

const hostileBench: HostileBench = {
  names: hostileSchemas.map(([name]) => name),
  async measure(name) {
    const schema = hostileSchemas.find(([known]) => known === name)?.[1];
    if (schema === undefined) throw new Error(`There is no schema “${name}”.`);
    const root = createRoot(stage);
    const open = await watch(() =>
      root.render(<VariablesForm schema={schema} onSubmit={() => undefined} />),
    );
    const submit = await watch(() => stage.querySelector('form')?.requestSubmit());
    root.unmount();
    return { open, submit };
  },
};

Object.assign(window, { hostileBench });

/** Acts in a task of its own, and waits until the page has been quiet for a while. */
async function watch(act: () => void): Promise<number> {
  tasks.length = 0;
  await wait(0);
  act();
  await wait(600);
  return Math.max(0, ...tasks);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
