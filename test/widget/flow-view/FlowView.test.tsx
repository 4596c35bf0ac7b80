import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lazyReviewedVariables } from '../../../src/widget/review-step/ReviewStep.js';
import { lazyVariablesForm } from '../../../src/widget/variables-step/VariablesStep.js';
import { renderWidget } from '../../support/renderWidget.js';

describe('on a slow network', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('the first list comes before the code of later steps', async () => {
    // A browser that is idle at any time: nothing else than the list may hold the code back.
    vi.stubGlobal('requestIdleCallback', (run: () => void) => {
      run();
      return 0;
    });
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    const loadForm = vi.spyOn(lazyVariablesForm, 'load');
    const preloadReview = vi.spyOn(lazyReviewedVariables, 'preload');
    const widget = renderWidget({ integration: 'shopifyOrders' });
    const release = widget.network.holdNext(/\/connections/);
    await screen.findByRole('heading', { name: 'Choose your Shopify account' });
    expect(loadForm).not.toHaveBeenCalled();
    expect(preloadReview).not.toHaveBeenCalled();
    release();
    await screen.findAllByRole('radio');
    await waitFor(() => expect(lazyVariablesForm.get()).not.toBeNull());
    await waitFor(() => expect(lazyReviewedVariables.get()).not.toBeNull());
  });
});
