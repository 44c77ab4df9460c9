/** What people call the documents that rules and answers come from: for short beside a rule, in full under an answer. */
export const sourceNames = {
  S000: { short: 'Health Education North West', full: 'Health Education North West, commissioning page' },
  S001: { short: 'North West workforce hub page', full: 'North West workforce hub page' },
  S002: {
    short: 'Health Education England slides',
    full: 'Mental health AP slides, Health Education England',
  },
  S003: {
    short: 'Skills for Health report',
    full: 'Assistant Practitioners in England, Skills for Health report',
  },
  S004: { short: 'Health Education England', full: 'Health Education England, AP page' },
  product: { short: 'a rule of this assistant', full: 'how this assistant works' },
} as const;
