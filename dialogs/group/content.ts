/** Every word for a group chat or a channel, where more than one person reads. */

export function welcome(addedBy: string | undefined): string {
  return [
    `Hello. I am **AP Pathway**. ${addedBy ? `${addedBy} added me here.` : 'I was added here.'}`,
    'I help with funded training places. Mention me and ask, for instance “who can apply?” or “which universities?”. I answer here only when I am mentioned.',
    'Applications are between you and me: open a chat with me for those.',
  ].join('\n\n');
}

export const help = [
  '**Here, mention me and ask** about the training and its places: who can apply, what it takes, the dates, the universities, whom to ask.',
  'To check whether you are ready, fill in the form or see your applications, open a chat with me. Nobody else sees it.',
].join('\n\n');

export const personal =
  'That is between you and me. Open a chat with me, and nobody else will see it. Nothing was changed here.';
export const notUnderstood =
  'I did not understand that. Ask me about the training and its places, or open a chat with me for your own application.';
export const openChat = 'Open a chat with me';
