import { useContext, useMemo } from 'react';
import {
  OnboardingLookContext,
  type MessageOverrides,
  type OnboardingLook,
} from '../../headless/settings.js';
import { enChanges, type ChangesKey } from '../../messages/enChanges.js';
import type { CoreKey } from '../../messages/enCore.js';

/** Texts of the flow that differ while it replaces an activation. */
const TEXTS: Readonly<Partial<Record<CoreKey, ChangesKey>>> = {
  'flow.title': 'replace.title',
  'review.heading': 'replace.review.heading',
  'review.lead': 'replace.review.lead',
  'review.activate': 'replace.review.activate',
  'review.activating': 'replace.review.activating',
  'submitting.announcement': 'replace.review.activating',
  'refused.heading': 'replace.refused.heading',
  'refused.text': 'replace.refused.text',
};

/** Returns the look with the flow's texts replaced by those of a replacement. */
export function useReplaceLook(): OnboardingLook | null {
  const look = useContext(OnboardingLookContext);
  return useMemo(() => look && { ...look, messages: toReplaceMessages(look.messages) }, [look]);
}

function toReplaceMessages(messages: MessageOverrides): MessageOverrides {
  const catalog = { ...enChanges, ...messages };
  const replaced = Object.entries(TEXTS).flatMap(([key, source]) => {
    const message = catalog[source];
    return message === undefined ? [] : [[key, message] as const];
  });
  return { ...messages, ...Object.fromEntries(replaced) };
}
