export const page = 'What would you like to do?';
