/** A query was made with a transaction that had already ended. A fault in the program, never in its input. */
export class TransactionEnded extends Error {
  override name = "TransactionEnded";
  constructor() {
    super("This transaction has ended: a query made now would run outside it");
  }
}

/** The database refused something that the viewer may not do. */
export class NotPermitted extends Error {
  override name = "NotPermitted";
}

export class LocalIdTaken extends Error {
  override name = "LocalIdTaken";
  readonly localId: string;
  constructor(localId: string) {
    super(`A record with local id ${localId} is already here`);
    this.localId = localId;
  }
}

/** Two periods in force on one track share days. Nothing of the transaction was kept. */
export class OverlappingPeriods extends Error {
  override name = "OverlappingPeriods";
}
