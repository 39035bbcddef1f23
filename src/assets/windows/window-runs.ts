import { hashKey, type QueryClient } from '@tanstack/react-query';
import { repeatedListing } from '~/api/each-page';
import type { AssetId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, needsSearch } from '../asset-filters';
import type { AssetPage } from '../asset-queries';
import type { ListedPage } from './listed-page';
import { dropRows, rowsOf, type WindowBlock, type WindowRun } from './window-block';
import { dateOf, windowQueries } from './window-queries';
import { dateFieldOf, type WindowStart } from './window-start';

/** Smallest key of a page that is not one of the listing's first. */
const FIRST_KEY = 1_000_000;

/** The runs of pages of one listing in order, their rows in the query cache. */
export class WindowRuns {
  readonly runs: WindowRun[] = [];
  /** The pages before all runs. */
  private head: readonly AssetPage[] = [];
  private nextKey = FIRST_KEY;
  private turn = 0;
  private readonly bySearch: boolean;
  private readonly hashes = new Set<string>();

  constructor(
    private readonly client: QueryClient,
    private readonly workspace: Workspace,
    private readonly filters: AssetFilters,
  ) {
    this.bySearch = needsSearch(filters);
  }

  /** Takes note of the pages before all runs; true where they have grown into the hole behind them. */
  follow(head: readonly AssetPage[]): boolean {
    const grown = rowsOf(head.slice(this.head.length));
    this.head = head;
    const run = this.runs[0];
    if (!run || run.gap === 0 || grown === 0) return false;
    // A page that was on its way when the run was put in place.
    run.gap = Math.max(1, run.gap - grown);
    return true;
  }

  /** Whether a query holds one of the pages. */
  has(queryHash: string): boolean {
    return this.hashes.has(queryHash);
  }

  /** Reads a page; `behind`: the run it goes on with, whose tokens must not come again. */
  async readPage(start: WindowStart, behind?: WindowRun): Promise<AssetPage> {
    const { pages } = await this.client.fetchInfiniteQuery(this.query(start));
    const page = pages[0];
    if (!page) throw new Error('The page has been taken out of the cache.');
    const used = [start, ...(behind?.blocks ?? []).map((block) => block.start)];
    const isCircle = page.next !== undefined && used.some(({ token }) => token === page.next);
    if (isCircle && !this.bySearch) throw repeatedListing();
    return page;
  }

  /** A block for a page just read, of which `page` is what no other block has. */
  keep(start: WindowStart, page: AssetPage, read: AssetPage): WindowBlock {
    const key = this.nextKey;
    this.nextKey += 1;
    if (page !== read) this.write(start, page);
    this.hashes.add(hashKey(this.query(start).queryKey));
    return { key, start, next: read.next };
  }

  /** Puts the rows of a dropped page back. */
  restore(block: WindowBlock, page: AssetPage): void {
    this.write(block.start, page);
    this.hashes.add(hashKey(this.query(block.start).queryKey));
    this.replace({ ...block, dropped: undefined });
  }

  /** Takes the rows of pages out of memory, those that `distanceOf` says are farthest first, until `kept` are left. */
  drop(kept: number, distanceOf: (key: number) => number, isKept: (id: AssetId) => boolean): void {
    const loaded = this.runs.flatMap(({ blocks }) => blocks.filter(({ dropped }) => !dropped));
    let excess = loaded.length - kept;
    if (excess <= 0) return;
    for (const block of loaded.toSorted((a, b) => distanceOf(b.key) - distanceOf(a.key))) {
      if (excess <= 0) return;
      const page = this.pageOf(block);
      if (!page || page.items.some(({ id }) => isKept(id))) continue;
      this.replace(dropRows(block, page));
      this.forget(block.start);
      excess -= 1;
    }
  }

  clear(): void {
    for (const { start } of this.runs.flatMap(({ blocks }) => blocks)) this.forget(start);
    this.runs.length = 0;
  }

  pageOf({ start }: WindowBlock): AssetPage | undefined {
    return this.client.getQueryData(this.query(start).queryKey)?.pages[0];
  }

  /** Rows of a run as they stand now. */
  rowsOf({ blocks }: WindowRun): number {
    return blocks.reduce(
      (sum, block) => sum + (block.dropped?.shapes.length ?? rowsOf(this.pagesOf(block))),
      0,
    );
  }

  /** Ids of the rows at one end of a run, two pages deep: no page that comes in reaches further. */
  idsAt(run: WindowRun | undefined, end: 'first' | 'last'): Set<AssetId> {
    const blocks = end === 'first' ? run?.blocks.slice(0, 2) : run?.blocks.slice(-2);
    const ids = (blocks ?? []).flatMap((block) =>
      block.dropped
        ? [block.dropped.first, block.dropped.last]
        : this.pagesOf(block).flatMap(({ items }) => items.map(({ id }) => id)),
    );
    return new Set(ids.filter((id) => id !== undefined));
  }

  /** Where the rows above a run begin; undefined where there are none. */
  startAbove(run: WindowRun): WindowStart | undefined {
    const first = run.blocks[0];
    if (!first) return undefined;
    if (!dateFieldOf(this.filters)) {
      const end = this.startOf(run);
      // One row over the hole, so that both are seen to meet.
      const offset = Math.max(0, end - run.gap - 1, end - LIMITS.searchPage.max);
      return { token: String(offset), turn: this.nextTurn() };
    }
    const { at, up } = first.start;
    if (!up) {
      const row = this.pageOf(first)?.items[0];
      return { at: at ?? (row && dateOf(this.filters, row)), up: true };
    }
    if (first.next === undefined) return undefined;
    const read = run.blocks.filter(({ start }) => start.up);
    const token = this.bySearch ? String(this.rowsOf({ ...run, blocks: read })) : first.next;
    return { at, up, token, ...(this.bySearch && { turn: this.nextTurn() }) };
  }

  /** The offset after the rows of a run as they stand now: it shrinks with rows confirmed gone. */
  offsetAfter(run: WindowRun): string {
    const down = run.blocks.filter(({ start }) => !start.up);
    const from = run.continues ? rowsOf(this.head) : Number(down[0]?.start.token ?? 0);
    return String(from + this.rowsOf({ ...run, blocks: down }));
  }

  /** Ids of the last rows before a run. */
  idsBefore(at: number): Set<AssetId> {
    if (at > 0) return this.idsAt(this.runs[at - 1], 'last');
    const pages = this.head.slice(-2);
    return new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  }

  /** Position of a run's first row, going by what the server said. */
  startOf(run: WindowRun): number {
    let start = rowsOf(this.head);
    for (const other of this.runs) {
      start += other.gap;
      if (other === run) break;
      start += this.rowsOf(other);
    }
    return start;
  }

  /** A number that no page of a search has yet: the same offset later is another page. */
  nextTurn(): number {
    this.turn += 1;
    return this.turn;
  }

  listed(): ListedPage[] {
    return this.runs.flatMap(({ gap, blocks, continues }) =>
      blocks.map((block, at): ListedPage => {
        const { key, start, dropped } = block;
        const isFirst = at === 0;
        const up = start.up === true;
        return {
          key,
          page: dropped ? undefined : this.pageOf(block),
          shapes: dropped?.shapes,
          gap: isFirst ? gap : 0,
          // Rows read upwards come page by page, each laid out by itself above the others.
          breaks: isFirst ? !continues || gap > 0 : up || blocks[at - 1]?.start.up === true,
          up,
        };
      }),
    );
  }

  /** The run that begins before a position (undefined: the head) and where it ends. */
  around(position: number): { before: WindowRun | undefined; end: number } {
    let end = rowsOf(this.head);
    let before: WindowRun | undefined;
    for (const run of this.runs) {
      if (end + run.gap > position) break;
      end += run.gap + this.rowsOf(run);
      before = run;
    }
    return { before, end };
  }

  private pagesOf(block: WindowBlock): AssetPage[] {
    const page = this.pageOf(block);
    return page ? [page] : [];
  }

  private replace(block: WindowBlock): void {
    for (const { blocks } of this.runs) {
      const at = blocks.findIndex(({ key }) => key === block.key);
      if (at !== -1) blocks[at] = block;
    }
  }

  private write(start: WindowStart, page: AssetPage): void {
    this.client.setQueryData(this.query(start).queryKey, { pages: [page], pageParams: [undefined] });
  }

  /** Takes a page out of the cache. */
  forget(start: WindowStart): void {
    const { queryKey } = this.query(start);
    this.hashes.delete(hashKey(queryKey));
    this.client.removeQueries({ queryKey, exact: true });
  }

  private query(start: WindowStart) {
    return windowQueries.page(this.workspace, this.filters, start);
  }
}
