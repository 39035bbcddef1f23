import type { ReactNode } from 'react';

interface TabBarProps {
  /** Name of the group of links: "Props". */
  label: string;
  /** Router links; the active one has `data-status="active"`, which the router sets. */
  children: ReactNode;
}

/** Links to the sides of one thing, in the look of tabs. They are addresses, so they stay links. */
export function TabBar({ label, children }: TabBarProps) {
  return (
    <nav
      aria-label={label}
      className="flex gap-4 text-sm text-muted [&>a]:flex [&>a]:h-9 [&>a]:items-center [&>a]:gap-1.5 [&>a]:border-b-2 [&>a]:border-transparent [&>a:hover]:text-text [&>a[data-status=active]]:border-text [&>a[data-status=active]]:text-text"
    >
      {children}
    </nav>
  );
}
