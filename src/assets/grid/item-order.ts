/** What is listed, by position: as much of a sequence as it takes to find a place again. */
export interface ItemOrder<Id extends string = string> {
  readonly length: number;
  idAt(index: number): Id | undefined;
  /** -1 where it is not there. */
  indexOf(id: Id): number;
}
