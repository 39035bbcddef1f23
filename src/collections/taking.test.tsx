import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const crate = buildAsset({ name: 'Crate', collectionIds: [props.id], metadata: { prompt: 'a crate' } });
const lamp = buildAsset({ name: 'Lamp', collectionIds: [props.id] });

/** What a notice says; the same is announced, and stands there for as long. */
const notice = (text: string) =>
  within(screen.getByRole('region', { name: 'Notifications' })).findByText(text);

async function select(at: string) {
  const app = await renderApp({ at, seed: { collections: [props], assets: [crate, lamp] } });
  await app.user.click(await screen.findByRole('option', { name: 'Crate' }));
  await app.user.keyboard('{Control>}a{/Control}');
  const choose = async (verb: string) => {
    await app.user.click(screen.getByRole('button', { name: 'More for the selection' }));
    await app.user.click(await screen.findByRole('menuitem', { name: verb }));
  };
  return { ...app, choose };
}

describe('taking something of what is selected', () => {
  it('copies links with the key', async () => {
    const { user } = await select(`/local/collections/${props.id}`);
    await user.keyboard('l');
    expect(await notice('Copied 2 links: they work in this browser only')).toBeVisible();
    expect(await navigator.clipboard.readText()).toContain(`/local/assets?asset=${crate.id}`);
  });

  it('copies ids from the menu, one a line', async () => {
    const { choose } = await select(`/local/collections/${props.id}`);
    await choose('Copy 2 ids');
    expect(await notice('Copied 2 ids')).toBeVisible();
    expect((await navigator.clipboard.readText()).split('\n').toSorted()).toEqual(
      [crate.id, lamp.id].toSorted(),
    );
  });

  it('copies the prompts there are, and says how many have none', async () => {
    const { choose } = await select(`/local/collections/${props.id}`);
    await choose('Copy 2 prompts');
    expect(await notice('Copied the prompt · 1 has none')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('a crate');
  });

  it('leaves the verbs of the collection around them alone', async () => {
    const { user } = await select(`/local/collections/${props.id}`);
    await user.click(screen.getByRole('button', { name: 'Actions for Props' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy id' }));
    expect(await notice('Copied the id')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(props.id);
  });
});
