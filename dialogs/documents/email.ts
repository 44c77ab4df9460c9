import { createHash } from 'node:crypto';
import parseAddresses from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine, cleanText } from './document-model.js';

export interface Email {
  /** Left out, Outlook fills in the person's own address. An address, or "Name <address>"; several with commas. */
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly attachments: readonly EmailAttachment[];
  /** When it was made, ISO with Z. */
  readonly date: string;
  /** Without angle brackets or with them: "AP-7K3M.1@ap-pathway". */
  readonly messageId: string;
}

export interface EmailAttachment {
  readonly filename: string;
  readonly content: Buffer | string;
  readonly contentType: string;
}

/**
 * The email as a ready .eml file. `X-Unsent: 1` makes Outlook open it as a draft to look at and send. Every field is
 * cleaned first, so nothing typed can add a header, and what is no address is left out; nothing is read from disk or the network. Equal
 * input gives equal bytes. Throws a RangeError when `date` is no instant, an Error when `messageId` is empty.
 */
export async function renderEmail(email: Email): Promise<Buffer> {
  const date = new Date(email.date);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${email.date}`);
  // Left empty, the library would make one up, and a second file of the same email would be another message.
  const messageId = cleanLine(email.messageId).replace(/[<>\s]/g, '');
  if (!messageId) throw new Error('An email needs a message id');

  const options = {
    ...addresses(email),
    subject: cleanLine(email.subject),
    text: cleanText(email.text),
    date,
    messageId: `<${messageId}>`,
    headers: { 'X-Unsent': '1' },
    attachments: email.attachments.map(({ filename, content, contentType }) => ({
      filename: safeFilename(filename),
      content,
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
    })),
    newline: 'win',
    // Random by default; from the message id it is still one that no text will hold.
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return new MailComposer(options).compile().build();
}

function addresses(email: Email): Partial<Record<'from' | 'to' | 'cc', { name: string; address: string }[]>> {
  const fields = (['from', 'to', 'cc'] as const).map((field) => [field, addressList(email[field])] as const);
  return Object.fromEntries(fields.filter(([, list]) => list.length > 0));
}

function addressList(text = ''): { name: string; address: string }[] {
  // What stands after a line break was meant as a header, so it is dropped and not joined to the address.
  const [line = ''] = cleanText(text).trim().split('\n');
  return parseAddresses(line, { flatten: true })
    .map(({ name, address }) => ({ name: cleanLine(name), address: cleanLine(address) }))
    .filter(({ address }) => /^[^\s@<>",;:]+@[^\s@<>",;:]+$/.test(address));
}

/** A name that Windows takes too, and that names no folder. Letters of any alphabet stay. */
function safeFilename(name: string): string {
  const safe = cleanLine(name)
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/^\.+/, '')
    .trim();
  return safe || 'attachment';
}
