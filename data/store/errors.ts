/**
 * What can go wrong with the memory. Compare `code` or the class, never the message. A message names a kind of
 * record and a cause, never an id, a name or a text, so it may be logged.
 */

/** Common to all: a code for logs and metrics, and a sentence that may be shown to the person. */
export abstract class StoreError extends Error {
  abstract readonly code: string;
  abstract readonly userMessage: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Somebody else changed the record first. Read it again and decide again: nothing was written. */
export class RevisionConflict extends StoreError {
  readonly code = 'revision-conflict';
  readonly userMessage = 'This changed while you were answering. Here is how it stands now.';

  constructor(
    readonly kind: string,
    readonly id: string,
    /** What the writer had read; 0 for "must not exist". */
    readonly expected: number,
    /** What is there; 0 for nothing. */
    readonly found: number,
    options?: ErrorOptions,
  ) {
    super(`A ${kind} was expected at revision ${expected} and is at ${found}`, options);
  }
}

/** The disk or the database refuses, or the store is closed. Nothing was written; trying again later may work. */
export class StoreUnavailable extends StoreError {
  readonly code = 'store-unavailable';
  readonly userMessage: string =
    'I can’t save anything at the moment, so I have not recorded your last answer. Your earlier answers are safe. Please try again in a few minutes.';
}

/** One document cannot be read, as the disk says: it stays where it is, and everything else goes on. */
export class DocumentUnreadable extends StoreError {
  readonly code = 'document-unreadable';
  readonly userMessage =
    'I can’t read something that I need for this. It is kept as it is, and nothing was changed. Please tell whoever runs this assistant.';
}

/** At start: another live process owns the folder. */
export class FolderInUse extends StoreError {
  readonly code = 'folder-in-use';
  readonly userMessage: string;

  constructor(
    folder: string,
    readonly pid: number,
    readonly host: string,
    options?: ErrorOptions,
  ) {
    super(`Process ${pid} on ${host} is using ${folder}`, options);
    this.userMessage = `Another copy of the assistant (process ${pid} on ${host}) is using ${folder}. Stop it first, or give this one another folder.`;
  }
}

/** At start: other users can look into the folder, and nothing that may be done here ends that. */
export class FolderOpen extends StoreError {
  readonly code = 'folder-open';
  readonly userMessage: string;

  constructor(folder: string, options?: ErrorOptions) {
    super(`${folder} is open to others`, options);
    this.userMessage = `Other users can look into ${folder}, and this one may not change that. Give it to the user that runs the assistant, with rights 0700 (for a mounted share: dir_mode=0700,file_mode=0600), and start again.`;
  }
}

/** The folder, or one document, was encrypted with a key that was not given. Nothing is touched. */
export class KeyMissing extends StoreError {
  readonly code = 'encryption-key-missing';
  readonly userMessage: string;

  constructor(
    /** The first characters of a digest of the key: safe to show. */
    readonly keyId: string,
    options?: ErrorOptions,
  ) {
    super(`The encryption key ${keyId} is missing`, options);
    this.userMessage = `The stored data is encrypted with the key ${keyId}, which was not given. Add it after the current key, and start again.`;
  }
}

/** A later version of the assistant wrote this folder: an older one must not touch it. */
export class FolderTooNew extends StoreError {
  readonly code = 'folder-too-new';
  readonly userMessage: string;

  constructor(folder: string, format: number, known: number, options?: ErrorOptions) {
    super(`${folder} has format ${format}, and this version knows ${known}`, options);
    this.userMessage = `A later version of the assistant wrote ${folder}. Start that version, or restore an older copy of the folder.`;
  }
}

/** A later version of the assistant changed the tables: an older one must not touch them. */
export class SchemaTooNew extends StoreError {
  readonly code = 'schema-too-new';
  readonly userMessage =
    'A later version of the assistant changed the tables in the database. Start that version, or restore an older copy of the database.';

  constructor(version: number, known: number, options?: ErrorOptions) {
    super(`The tables have version ${version}, and this program knows ${known}`, options);
  }
}

/** At start: the database does not answer, or does not let the assistant in. */
export class DatabaseUnreachable extends StoreUnavailable {
  override readonly userMessage: string;

  constructor(options?: ErrorOptions) {
    const { code } = (options?.cause ?? {}) as { code?: unknown };
    const because = typeof code === 'string' ? ` (${code})` : '';
    super(`The database can’t be used${because}`, options);
    this.userMessage = `The database that DATABASE_URL names can’t be used${because}. Check the address, the name and the password, and that it is running.`;
  }
}
