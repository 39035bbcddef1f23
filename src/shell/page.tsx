import type { ReactNode } from 'react';
import { PageTitle } from '~/ui/page-title';

interface PageProps {
  /** Title of the document. */
  title: string;
  /** A `PageHeader`. */
  header: ReactNode;
  /** A `StatusLine`. */
  status?: ReactNode;
  /** A `SelectionBar`, over the lower edge of the content. */
  selection?: ReactNode;
  /** `false` where the content, a grid, scrolls by itself. */
  scrolls?: boolean;
  children: ReactNode;
}

/** What every place is made of: header, content with its own scroll, action bar over it, status line. */
export function Page({ title, header, status, selection, scrolls = true, children }: PageProps) {
  return (
    <>
      <PageTitle title={title} />
      {header}
      <div className="@container relative flex min-h-0 flex-1 flex-col">
        {scrolls ? (
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-ground">{children}</div>
        ) : (
          children
        )}
        {selection}
      </div>
      {status}
    </>
  );
}
