import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpBackend, OnboardingWidget } from '../../../src/index.js';

afterEach(() => {
  cleanup();
  document.body.removeAttribute('style');
  vi.restoreAllMocks();
});

const backend = createHttpBackend({ baseUrl: '/none', fetch: () => new Promise(() => {}) });

function renderIn(style: string, theme: 'auto' | 'light' = 'auto'): HTMLElement {
  document.body.setAttribute('style', style);
  const appearance = { theme };
  render(<OnboardingWidget backend={backend} environmentId="one" appearance={appearance} />);
  const root = document.querySelector<HTMLElement>('.onb-root');
  if (root === null) throw new Error('The widget has no root.');
  return root;
}

describe('The theme of a page that says nothing of its color-scheme', () => {
  it('is dark where the page is painted dark', () => {
    const root = renderIn('background: rgb(11, 16, 32); color: rgb(230, 233, 242)');
    expect(root).toHaveAttribute('data-scheme', 'dark');
  });

  it('is light where the page is painted light', () => {
    expect(renderIn('background: rgb(250, 250, 250)')).toHaveAttribute('data-scheme', 'light');
  });

  it('is read from the text where a picture is behind it', () => {
    const root = renderIn('background-image: linear-gradient(red, blue); color: white');
    expect(root).toHaveAttribute('data-scheme', 'dark');
  });

  it('is what the page inherits where nothing is painted', () => {
    expect(renderIn('')).not.toHaveAttribute('data-scheme');
  });

  it('follows the page when it switches', async () => {
    const root = renderIn('background: white');
    document.body.setAttribute('style', 'background: rgb(11, 16, 32); color: white');
    await waitFor(() => expect(root).toHaveAttribute('data-scheme', 'dark'));
  });

  it('is read through a shadow root, and followed there', async () => {
    document.body.setAttribute('style', 'background: rgb(11, 16, 32); color: white');
    const host = document.body.appendChild(document.createElement('div'));
    const container = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(container);
    render(<OnboardingWidget backend={backend} environmentId="one" />, { container });
    const root = container.querySelector('.onb-root');
    expect(root).toHaveAttribute('data-scheme', 'dark');
    document.body.setAttribute('style', 'background: white');
    host.style.transition = 'background 1s';
    await waitFor(() => expect(root).toHaveAttribute('data-scheme', 'light'));
    host.style.background = 'black';
    host.dispatchEvent(
      Object.assign(new Event('transitionend', { bubbles: true }), { propertyName: 'background' }),
    );
    expect(root).toHaveAttribute('data-scheme', 'dark');
  });

  it('is the one that the host has chosen', () => {
    const root = renderIn('background: rgb(11, 16, 32); color: white', 'light');
    expect(root).not.toHaveAttribute('data-scheme');
    expect(root).toHaveAttribute('data-theme', 'light');
  });
});

describe('Text that cannot be read', () => {
  it('is reported to the developer, with what to set', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    renderIn('background: rgb(11, 16, 32); color: rgb(40, 40, 40)');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('contrast of 1.3:1'));
  });

  it('is not found in an ordinary page', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    renderIn('background: white; color: rgb(40, 40, 40)');
    expect(warn).not.toHaveBeenCalled();
  });
});
