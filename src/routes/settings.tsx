import { createFileRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { gridViewOf, storeTileSize, TILE_SIZE } from '~/assets/grid/grid-view';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { AppearanceSection } from '~/shell/settings/appearance-section';
import { KeyboardSection } from '~/shell/settings/keyboard-section';
import { SamplesSection } from '~/shell/settings/samples-section';
import { StorageSection } from '~/shell/settings/storage-section';
import { settingsSearchSchema } from '~/shell/settings/settings-search';
import { Setting } from '~/shell/settings/settings-section';
import { WorkspacesSection } from '~/shell/settings/workspaces-section';
import { lazyPart } from '~/ui/lazy-part';
import { Slider } from '~/ui/slider';
import { homeWorkspaceId } from '~/workspaces/last-workspace';

export const Route = createFileRoute('/settings')({
  validateSearch: (search) => settingsSearchSchema.parse(search),
  component: Settings,
});

const ImportOutside = lazyPart(() => import('~/import/import-outside'), 'ImportOutside');

function Settings() {
  const { workspaces, library } = Route.useRouteContext();
  const home = workspaces.find(({ id }) => id === homeWorkspaceId(workspaces));
  return (
    <Page title="Settings" header={<PageHeader title="Settings" />}>
      <div className="w-full max-w-3xl px-4 py-1">
        <WorkspacesSection search={Route.useSearch()} />
        <AppearanceSection>
          <TileSizeSetting />
        </AppearanceSection>
        <KeyboardSection />
        {library && <SamplesSection library={library} />}
        <StorageSection />
      </div>
      {home && <ImportOutside workspace={home} />}
    </Page>
  );
}

function TileSizeSetting() {
  const [size, setSize] = useState(() => gridViewOf({}).size);
  return (
    <Setting label="Tile size" hint="For grids opened without a size of their own">
      <Slider
        label="Tile size"
        value={size}
        min={TILE_SIZE.min}
        max={TILE_SIZE.max}
        valueText={`${size} pixels`}
        onChange={(next) => {
          setSize(next);
          storeTileSize(next);
        }}
      />
    </Setting>
  );
}
