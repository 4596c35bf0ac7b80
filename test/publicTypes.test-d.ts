import type {
  Activation,
  ActivationInput,
  Backend,
  BackendError,
  OnboardingWidgetProps,
} from 'react-versori-onboarding';
import type { Emulator } from 'react-versori-onboarding/emulator';
import type {
  createOnboardingHandler,
  OnboardingHandlerOptions,
} from 'react-versori-onboarding/server';
import { describe, expectTypeOf, it } from 'vitest';

describe('what a host builds on', () => {
  it('lets a backend leave out the two methods that change an activation, and no other', () => {
    expectTypeOf<Omit<Backend, 'updateVariables' | 'deactivate'>>().toExtend<Backend>();
    expectTypeOf<Omit<Backend, 'activate'>>().not.toExtend<Backend>();
    expectTypeOf<Omit<Backend, 'listConnections'>>().not.toExtend<Backend>();
  });

  it('asks a backend for an activation with a key that makes it safe to repeat', () => {
    type Options = Parameters<Backend['activate']>[1];

    expectTypeOf<Parameters<Backend['activate']>[0]>().toEqualTypeOf<ActivationInput>();
    expectTypeOf<Options['idempotencyKey']>().toEqualTypeOf<string>();
    expectTypeOf<Options['signal']>().toEqualTypeOf<AbortSignal>();
    expectTypeOf<ReturnType<Backend['activate']>>().resolves.toEqualTypeOf<Activation>();
  });

  it('knows the keys of texts, so that a misspelt one does not compile', () => {
    type Messages = NonNullable<OnboardingWidgetProps['messages']>;

    expectTypeOf<{ 'review.activate': 'Go' }>().toExtend<Messages>();
    expectTypeOf<{ 'activation.more': { other: 'More' } }>().toExtend<Messages>();
    // @ts-expect-error -- The key is `review.activate`.
    expectTypeOf({ 'review.activat': 'Go' } satisfies Messages).toBeObject();
  });

  it('knows the parts and the custom properties, so that a misspelt one does not compile', () => {
    type Appearance = NonNullable<OnboardingWidgetProps['appearance']>;

    expectTypeOf<{ continue: string }>().toExtend<NonNullable<Appearance['classNames']>>();
    // @ts-expect-error -- The part is `continue`.
    expectTypeOf({ classNames: { contnue: 'mine' } } satisfies Appearance).toBeObject();
    // @ts-expect-error -- The property is `--onb-color-accent`.
    expectTypeOf({ variables: { '--onb-color-acent': 'red' } } satisfies Appearance).toBeObject();
  });

  it('needs a backend and an environment for the widget, and nothing else', () => {
    interface Given {
      backend: Backend;
      environmentId: string;
    }

    expectTypeOf<Given>().toExtend<OnboardingWidgetProps>();
    expectTypeOf<Omit<Given, 'environmentId'>>().not.toExtend<OnboardingWidgetProps>();
  });

  it('says whether a call that failed may have been carried out', () => {
    expectTypeOf<BackendError['outcomeUnknown']>().toEqualTypeOf<boolean>();
    expectTypeOf<BackendError>().toExtend<Error>();
  });

  it('lets the emulated platform stand in for the real one, and the handler for a Fetch server', () => {
    expectTypeOf<Emulator['fetch']>().toExtend<
      NonNullable<OnboardingHandlerOptions['platform']['fetch']>
    >();
    expectTypeOf<ReturnType<typeof createOnboardingHandler>>().toExtend<
      (request: Request) => Promise<Response>
    >();
  });
});
