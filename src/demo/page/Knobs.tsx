import type { ReactNode } from 'react';
import { Choice } from './Choice.js';
import { choiceLabels } from './choiceLabels.js';
import { localeNames, toText } from './texts.js';
import { choices, navigate, type ChoiceName, type ChoiceValue, type UrlState } from './urlState.js';

interface KnobsProps {
  readonly url: UrlState;
  readonly names: readonly ChoiceName[];
}

/** A select for each of the named choices of the address. */
export function Knobs({ url, names }: KnobsProps): ReactNode {
  return names.map((name) => <Knob key={name} url={url} name={name} />);
}

interface KnobProps<Name extends ChoiceName> {
  readonly url: UrlState;
  readonly name: Name;
}

function Knob<Name extends ChoiceName>({ url, name }: KnobProps<Name>): ReactNode {
  const text = toText(url.locale);
  const values: readonly ChoiceValue<Name>[] = choices[name];
  return (
    <Choice<ChoiceValue<Name>>
      label={text(choiceLabels[name].label)}
      value={url[name]}
      options={values.map((value) => ({
        value,
        ...(name === 'locale' && { lang: value }),
        text: toOptionText(name, value, url),
      }))}
      onChange={(value) => navigate({ ...url, [name]: value })}
    />
  );
}

function toOptionText(name: ChoiceName, value: string, { locale }: UrlState): string {
  const { options, unit } = choiceLabels[name];
  const key = options?.[value];
  if (key !== undefined) return toText(locale)(key);
  if (name === 'locale') return localeNames[value] ?? value;
  return unit === undefined ? capitalize(value) : `${value} ${unit}`;
}

/** Names of brands and colours are the same in each language of the demo. */
function capitalize(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** The look of the widget, beside theme and language. */
export function LookKnobs({ url }: { readonly url: UrlState }): ReactNode {
  const names = ['brand', 'accent', 'radius', 'textSize', 'direction'] as const;
  return (
    <div className="demo-knobs">
      <Knobs url={url} names={names} />
    </div>
  );
}

/** What a host decides with props. */
export function BehaviourKnobs({ url }: { readonly url: UrlState }): ReactNode {
  const names = ['component', 'multiple', 'connect', 'rows', 'latency'] as const;
  return (
    <div className="demo-knobs">
      <Knobs url={url} names={url.page === 'stories' ? names.slice(1) : names} />
    </div>
  );
}
