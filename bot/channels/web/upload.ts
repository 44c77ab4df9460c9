import type { IncomingMessage } from 'node:http';
import type { Json } from '../../../data/store/store.js';
import { megabyte } from '../../../workflows/attached-file.js';
import { Refusal, readBody } from '../../http/answers.js';

/** Bytes of an upload: the largest file that a round can ask for, and what stands around it. */
const uploadLimit = 21 * megabyte;
/** Characters of a name; a longer one is cut. */
const longestName = 200;

/**
 * The one file of a `multipart/form-data` body, as an attachment that holds it.
 * @throws {Refusal} 413 over the limit, 415 for another content type, 400 for anything but one file.
 */
export async function readUpload(request: IncomingMessage): Promise<{ name: string; attachment: Json }> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type))
    throw new Refusal(415, 'UnsupportedMediaType', 'Send the file as multipart/form-data.');
  const body = await readBody(request, uploadLimit);
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new Refusal(400, 'BadArgument', 'The upload is not one that can be read.');
    });
  const files = [...form.values()].filter((one) => typeof one !== 'string');
  const [file] = files;
  if (!file || files.length > 1) throw new Refusal(400, 'BadArgument', 'Send one file at a time.');
  const bytes = Buffer.from(await file.arrayBuffer());
  const name = file.name.slice(0, longestName);
  const contentType = 'application/octet-stream';
  return {
    name,
    attachment: { contentType, contentUrl: `data:${contentType};base64,${bytes.toString('base64')}`, name },
  };
}
