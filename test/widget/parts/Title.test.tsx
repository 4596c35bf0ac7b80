import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderWidget } from '../../support/renderWidget.js';

function readHeadings(): string[] {
  return screen.getAllByRole('heading').map(({ tagName }) => tagName);
}

describe('the title', () => {
  it('is a heading of level 2, and the step one of level 3', async () => {
    renderWidget({ integration: 'slackAlerts' });
    await screen.findByRole('radio');
    expect(readHeadings()).toEqual(['H2', 'H3']);
  });

  it('stands where the host says, and what is below it follows', async () => {
    renderWidget({ integration: 'slackAlerts', props: { headingLevel: 4 } });
    await screen.findByRole('radio');
    expect(readHeadings()).toEqual(['H4', 'H5']);
  });

  it('never names a level that HTML has not', async () => {
    renderWidget({ integration: 'slackAlerts', props: { headingLevel: 6 } });
    await screen.findByRole('radio');
    expect(readHeadings()).toEqual(['H6', 'H6']);
  });

  it('is not seen where the page has its own, and still names the region', async () => {
    renderWidget({ integration: 'slackAlerts', props: { title: false } });
    const region = await screen.findByRole('region', { name: 'Turn on Slack alerts' });
    expect(region.querySelector('[data-onb-part="title"]')).toHaveClass('onb-visually-hidden');
    expect(region.querySelector('.onb-title')).toBeNull();
  });
});
