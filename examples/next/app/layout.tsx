import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import 'react-versori-onboarding/styles.css';

export const metadata: Metadata = { title: 'Settings' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
