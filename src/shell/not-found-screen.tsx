import { Link } from '@tanstack/react-router';
import Signpost from 'lucide-react/icons/signpost';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from './page-header';
import { Page } from './page';

/** An address that leads nowhere in this app. */
export function NotFoundScreen() {
  return (
    <Page title="Unknown address" header={<PageHeader title="Unknown address" />}>
      <EmptyState
        icon={<Signpost size={24} />}
        title="Nothing is at this address"
        text="It may be misspelled, or from another version of Vitrine."
        action={
          <Link to="/" className={buttonClass({ variant: 'primary' })}>
            Go to the collections
          </Link>
        }
      />
    </Page>
  );
}
