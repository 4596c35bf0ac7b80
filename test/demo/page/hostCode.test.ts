import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { toHostCode } from '../../../src/demo/page/hostCode.js';
import { toStoryCode } from '../../../src/demo/page/StoryTools.js';
import { parseUrlState } from '../../../src/demo/page/urlState.js';
import { stories } from '../../../src/demo/stories/stories.js';

it('writes the page of a host, with its own functions by name', () => {
  const code = toHostCode({
    component: 'OnboardingWidget',
    locale: 'pt-BR',
    props: {
      environmentId: '01J',
      allowMultiple: true,
      title: false,
      done: { text: "It's on" },
      onConnectNew: () => Promise.resolve(),
    },
  });
  expect(code).toBe(`import { OnboardingWidget } from 'react-versori-onboarding';
import { ptBR } from 'react-versori-onboarding/locales/pt-BR';
import 'react-versori-onboarding/styles.css';
import { onConnectNew } from './yourProduct';

export function Integrations() {
  return (
    <OnboardingWidget
      baseUrl="/api/onboarding"
      locale="pt-BR"
      environmentId="01J"
      allowMultiple
      title={false}
      done={{ text: 'It\\'s on' }}
      onConnectNew={onConnectNew}
      messages={ptBR}
    />
  );
}
`);
});

it('writes code that parses for every state', () => {
  const url = parseUrlState('?rows=host&connect=host&multiple=on&theme=dark&locale=de');
  const broken = stories.filter((story) => {
    const code = toHostCode(toStoryCode(story, url, '01J'));
    return parseSync('Integrations.tsx', code).errors.length > 0;
  });
  expect(broken.map(({ id }) => id)).toEqual([]);
});
