import { CancelledError, type QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { AssetId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, needsSearch } from '../asset-filters';
import type { AssetPage } from '../asset-queries';
import type { ItemSequence } from '../grid/item-sequence';
import { isInSight, missingRows, type MissingRows } from '../grid/missing-rows';
import type { ListingHead, WindowsSnapshot } from './listed-page';
import { dateOfPosition, type PositionDate, rankOfDate } from './position-date';
import { ReadAhead } from './read-ahead';
import { RestingCall } from './resting-call';
import { cutAtKnown, cutToDropped, rowsOf, type WindowRun } from './window-block';
import { WindowRuns } from './window-runs';
import { dateFieldOf, isSameStart, type WindowStart } from './window-start';

/** Pages of the head; what follows goes on as pages of their own, which can be dropped. */
const HEAD_PAGES = 10;
/** Rows over which reading on is quicker than beginning somewhere else. */
const NEAR = 400;
/** Rows above the view at which a window begins. */
const LEAD = 20;
/** Pages kept besides the head's. */
const KEPT = 60;

/**
 * Everything read of one listing beyond its first pages: runs of pages with holes between them. The grid says what it
 * shows, and what is missing there is read: from the nearest page on or, far from all, as a window at the date that
 * stands there. Runs that share a row have met, and the hole between them is gone.
 */
export class ListingWindows {
  private readonly kept: WindowRuns;
  private readonly bySearch: boolean;
  private head: ListingHead | undefined;
  /** Rows of the head when a run went on from it. */
  private joinedAt = 0;
  private isKept: (id: AssetId) => boolean = () => false;
  private readonly busy = new Set<string>();
  private failed = false;
  private made: WindowsSnapshot | undefined;
  private readonly listeners = new Set<() => void>();
  private looked: { items: ItemSequence<AssetSummary>; first: number; last: number } | undefined;
  private readonly ahead = new ReadAhead();
  /** A drag passes many places: the first is read at once, then those where it rests. */
  private readonly seek = new RestingCall((position) => {
    void this.read(`open ${position}`, async () => this.openPosition(position));
  });
  /** How far rows of one date go on behind a run (behind the head: undefined), at least. */
  private readonly sameDate = new Map<WindowRun | undefined, number>();

  /** `filters` are canonical. */
  constructor(
    private readonly client: QueryClient,
    private readonly workspace: Workspace,
    private readonly filters: AssetFilters,
  ) {
    this.kept = new WindowRuns(client, workspace, filters);
    this.bySearch = needsSearch(filters);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    const unsubscribe = this.client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && this.kept.has(query.queryHash)) this.changed();
    });
    return () => {
      unsubscribe();
      this.listeners.delete(listener);
      this.seek.cancel();
      this.ahead.cancel();
    };
  };

  readonly snapshot = (): WindowsSnapshot => {
    const { runs } = this.kept;
    const last = runs.at(-1)?.blocks.at(-1);
    this.made ??= {
      pages: this.kept.listed(),
      hasMore: last ? last.next !== undefined : undefined,
      retry: this.failed ? this.retry : undefined,
    };
    return this.made;
  };

  /** Rows that stay in memory however far away they are. */
  keep(isKept: (id: AssetId) => boolean): void {
    this.isKept = isKept;
  }

  /** Takes note of the head as it is now. */
  follow(head: ListingHead): void {
    this.head = head;
    if (this.kept.follow(head.pages)) this.changed();
    const run = this.kept.runs[0];
    const token = run?.continues && run.gap === 0 ? run.blocks[0]?.start.token : undefined;
    if (!run || token === undefined || this.bySearch || token === head.pages.at(-1)?.next) return;
    // The head was read again and ends somewhere else now: what lies between is read like any hole.
    run.gap = Math.max(1, this.joinedAt - rowsOf(head.pages));
    this.changed();
  }

  /** Reads what is missing around the positions in view; to be called whenever they or the items change. */
  readonly reach = (items: ItemSequence<AssetSummary>, first: number, last: number): void => {
    this.looked = { items, first, last };
    const { above, below } = this.ahead.rows(first, last, performance.now());
    if (this.failed) return;
    const hasMore = this.snapshot().hasMore ?? this.head?.hasMore ?? false;
    const missing = missingRows(items, Math.max(0, first - above), last + below, !hasMore);
    if (!missing.some((rows) => isInSight(rows, first, last))) this.seek.cancel();
    this.ahead.read(missing, first, last, (rows) => this.fill(rows, first, last));
  };

  /** Makes the rows from a date on available; answers the position of the first. */
  async openAt(at: number): Promise<number | undefined> {
    let position: number | undefined;
    const work = async () => {
      position = await this.openDate({ at, position: 0 });
    };
    await this.read(`date ${at}`, work);
    return position;
  }

  /** Gives all of it back. */
  clear(): void {
    this.kept.clear();
    this.changed();
  }

  private readonly retry = (): void => {
    this.failed = false;
    this.changed();
  };

  private fill(rows: MissingRows, first: number, last: number): void {
    const { from, to, before, after, dropped } = rows;
    if (dropped !== undefined) return this.readAgain(dropped);
    const isBelow = from > last;
    const isAbove = !isBelow && !isInSight(rows, first, last);
    if (!isAbove && (isBelow || this.isNear(before, from, Math.max(first, from)))) this.readOn(before);
    else if (after !== undefined && (isAbove || to - Math.min(last + 1, to) <= NEAR)) this.readBack(after);
    else this.seek.ask(Math.max(from, first - LEAD));
  }

  private isNear(before: number | undefined, from: number, position: number): boolean {
    if (position - from <= NEAR) return true;
    const run = this.kept.runs.find(({ blocks }) => blocks.at(-1)?.key === before);
    return position <= (this.sameDate.get(run) ?? -1);
  }

  private async openPosition(position: number): Promise<void> {
    const { workspace, filters } = this;
    if (dateFieldOf(filters)) {
      await this.openDate(await dateOfPosition(workspace, filters, position));
      return;
    }
    const offset = position - (position % LIMITS.searchPage.max);
    const start = { token: String(offset), turn: this.kept.nextTurn() };
    this.insert(offset, start, await this.kept.readPage(start));
  }

  private async openDate(wanted: PositionDate): Promise<number> {
    const { at, position } = wanted;
    const { runs } = this.kept;
    const same = runs.find(({ blocks }) => blocks.some(({ start }) => isSameStart(start, { at })));
    if (same) {
      // Further into rows of one date than a page reaches: only reading on leads there.
      this.sameDate.set(same, position + NEAR);
      return this.kept.startOf(same);
    }
    const reading = this.kept.readPage({ at });
    const [rank, page] = await Promise.all([
      rankOfDate(this.workspace, this.filters, wanted, reading),
      reading,
    ]);
    const { before, end } = this.kept.around(rank);
    if (rank >= end) this.insert(rank, { at }, page);
    else {
      // It begins among rows that are there: what lies behind them is reached by reading on.
      this.sameDate.set(before, position + NEAR);
      this.kept.forget({ at });
    }
    return rank;
  }

  /** Puts a window's first page where it belongs among the runs. */
  private insert(rank: number, start: WindowStart, read: AssetPage): void {
    const { runs } = this.kept;
    const { before, end } = this.kept.around(rank);
    const at = before ? runs.indexOf(before) + 1 : 0;
    const next = runs[at];
    const above = cutAtKnown(read, 'above', this.kept.idsBefore(at));
    const { page, meets } = cutAtKnown(above.page, 'below', this.kept.idsAt(next, 'first'));
    const gap = above.meets ? 0 : Math.max(1, rank - end);
    if (next) next.gap = meets ? 0 : Math.max(1, next.gap - gap - page.items.length);
    runs.splice(at, 0, { gap, continues: false, blocks: [this.kept.keep(start, page, read)] });
  }

  /** Goes on behind a page that has unread rows after it. */
  private readOn(key: number | undefined): void {
    const { runs } = this.kept;
    const run = runs.find(({ blocks }) => blocks.at(-1)?.key === key);
    const last = run?.blocks.at(-1);
    if (!run || !last) return this.readOnFromHead();
    const next = runs[runs.indexOf(run) + 1];
    if (last.next === undefined) return this.close(next);
    const start = this.bySearch
      ? { at: last.start.at, token: this.kept.offsetAfter(run), turn: this.kept.nextTurn() }
      : { at: last.start.at, token: last.next };
    void this.read(`on ${last.key}`, async () => {
      const read = await this.kept.readPage(start, run);
      const below = runs[runs.indexOf(run) + 1];
      const { page, meets } = cutAtKnown(read, 'below', this.kept.idsAt(below, 'first'));
      run.blocks.push(this.kept.keep(start, page, read));
      if (below) below.gap = meets ? 0 : Math.max(1, below.gap - page.items.length);
    });
  }

  private readOnFromHead(): void {
    const { head } = this;
    const { runs } = this.kept;
    const token = head?.pages.at(-1)?.next;
    if (!head?.readMore || token === undefined) return;
    // The head grows for as long as nothing else is there; then its pages must not move any more.
    if (runs.length === 0 && (this.bySearch || head.pages.length < HEAD_PAGES)) return head.readMore();
    const rows = rowsOf(head.pages);
    const start = this.bySearch ? { token: String(rows), turn: this.kept.nextTurn() } : { token };
    void this.read('on head', async () => {
      const read = await this.kept.readPage(start);
      const below = runs[0];
      const { page, meets } = cutAtKnown(read, 'below', this.kept.idsAt(below, 'first'));
      if (below) below.gap = meets ? 0 : Math.max(1, below.gap - page.items.length);
      this.joinedAt = rows;
      runs.unshift({ gap: 0, continues: true, blocks: [this.kept.keep(start, page, read)] });
    });
  }

  /** Goes on above a page that has unread rows before it. */
  private readBack(key: number): void {
    const { runs } = this.kept;
    const run = runs.find(({ blocks }) => blocks[0]?.key === key);
    if (!run) return;
    const start = this.kept.startAbove(run);
    if (!start) return this.close(run);
    void this.read(`back ${key}`, async () => {
      const read = await this.kept.readPage(start);
      const above = cutAtKnown(read, 'above', this.kept.idsBefore(runs.indexOf(run)));
      const { page } = cutAtKnown(above.page, 'below', this.kept.idsAt(run, 'first'));
      run.blocks.unshift(this.kept.keep(start, page, read));
      // A page with nothing new leads no further.
      const isAll = above.meets || page.items.length === 0 || (start.up && read.next === undefined);
      run.gap = isAll ? 0 : Math.max(1, run.gap - page.items.length);
    });
  }

  private readAgain(key: number): void {
    const block = this.kept.runs.flatMap(({ blocks }) => blocks).find((one) => one.key === key);
    const dropped = block?.dropped;
    if (!dropped) return;
    void this.read(`again ${key}`, async () => {
      this.kept.restore(block, cutToDropped(await this.kept.readPage(block.start), dropped));
    });
  }

  private close(run: WindowRun | undefined): void {
    if (!run || run.gap === 0) return;
    run.gap = 0;
    this.changed();
  }

  private async read(name: string, work: () => Promise<void>): Promise<void> {
    if (this.busy.has(name)) return;
    this.busy.add(name);
    try {
      await work();
      this.dropFar();
    } catch (error) {
      if (!(error instanceof CancelledError)) this.failed = true;
    } finally {
      this.busy.delete(name);
      this.changed();
    }
  }

  /** Searches are read by offset, which moves: their pages could not come back as they were. */
  private dropFar(): void {
    const { looked } = this;
    if (this.bySearch || !looked) return;
    const starts = new Map(looked.items.parts.map(({ key, start }) => [key, start]));
    const distanceOf = (key: number) => Math.abs((starts.get(key) ?? looked.first) - looked.first);
    this.kept.drop(KEPT, distanceOf, this.isKept);
  }

  private changed(): void {
    this.made = undefined;
    for (const listener of this.listeners) listener();
  }
}
