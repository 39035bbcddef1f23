import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { SidebarToggle } from './sidebar-toggle';

interface PageHeaderProps {
  /** The name of the place: text, or an inline edit. Becomes the one `h1`. */
  title: ReactNode;
  /** Before the title: a way back, a cover. */
  leading?: ReactNode;
  /** Counts and dates beside the title. */
  meta?: ReactNode;
  /** Buttons at the end of the line, the primary one last. */
  actions?: ReactNode;
  /** A `TabBar` under the title. */
  tabs?: ReactNode;
  /** Search, filters, sort: a line of controls of one height. */
  filters?: ReactNode;
}

/** The head of every place: title, meta, actions on one line; tabs and filters under it. */
export function PageHeader({ title, leading, meta, actions, tabs, filters }: PageHeaderProps) {
  return (
    <header className="shrink-0 border-b border-line px-4">
      <div className="flex min-h-topbar items-center gap-3 py-1.5">
        <SidebarToggle />
        {leading}
        <div className="flex min-w-0 flex-1 items-baseline gap-2.5">
          <h1 className="min-w-0 truncate text-lg font-medium">{title}</h1>
          {meta && <p className="min-w-0 truncate text-sm text-muted tabular-nums max-sm:sr-only">{meta}</p>}
        </div>
        {actions && <div className="flex shrink-0 items-center gap-1.5">{actions}</div>}
      </div>
      {tabs}
      {filters && (
        <div className={clsx('flex flex-wrap items-center gap-1.5 pb-2', tabs && 'pt-2')}>{filters}</div>
      )}
    </header>
  );
}
