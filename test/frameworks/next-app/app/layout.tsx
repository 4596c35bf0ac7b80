import type { ReactNode } from 'react';
import 'react-versori-onboarding/styles.css';

// An icon, so that no browser asks for one that is not there.
export const metadata: { readonly title: string; readonly icons: string } = {
  title: 'Settings',
  icons: 'data:,',
};

export default function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
