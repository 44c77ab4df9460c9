/** Every word of the turn itself: when something failed, or is not there. */

/** What is said when something failed. */
export function sorry(incident: string): string {
  return `Sorry, something went wrong on my side. Everything you had answered before is kept. Please say that again. If it goes wrong again, give your IT team this number: ${incident}.`;
}

/** What is said where the disk does not give something of theirs that a turn needs. */
export function unreadable(incident: string): string {
  return `I can’t read something of yours that I need for this. It is kept as it is, and nothing was changed. Please tell whoever runs this assistant, and give this number: ${incident}.`;
}

/** What is said once in a conversation to whoever has an application that the disk does not give. */
export function lost(references: readonly string[]): string {
  const these = references.length === 1 ? 'this application' : 'these applications';
  return `I cannot read ${these} of yours at the moment: ${references.join(', ')}. It is kept as it is, and nothing else of yours is affected. Tell your IT team, and give them the reference.`;
}
