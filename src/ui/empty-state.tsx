import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** A lucide icon, 24 px. */
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  /** Buttons or links: the next step. */
  action?: ReactNode;
}

/** What a place says when nothing is there: which, and the next step. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="m-auto flex max-w-96 flex-col items-start gap-1 px-6 py-12">
      {icon && (
        <span aria-hidden="true" className="mb-2 text-muted">
          {icon}
        </span>
      )}
      <h2 className="text-lg font-medium text-balance">{title}</h2>
      {text && <p className="text-sm text-muted text-pretty">{text}</p>}
      {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
