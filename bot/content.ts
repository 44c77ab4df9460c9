/** What is said when something failed. */
export function sorry(incident: string): string {
  return `Sorry, something went wrong on my side. Everything you had answered before is kept. Please say that again. If it goes wrong again, give your IT team this number: ${incident}.`;
}
