/** Every word said before a turn begins. */

/** What is said once to someone who sends far more than a person can type. */
export const slowDown =
  'You are sending messages faster than I can take them in. What you saved before is safe. Wait a minute, then send the last one again.';

export const restarting = 'The assistant is being restarted. Try again in a few seconds.';
