/** The properties of which `npm test` tries a share, whole. */
process.env.WHOLE_PROPERTIES = '1';
await import('./dialogs/converse.property.spec.js');
await import('./dialogs/rounds.property.spec.js');
await import('./dialogs/safety.spec.js');
