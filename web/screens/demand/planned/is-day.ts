import { dayNumber } from '../../../format';

/** Whether a date field holds a whole date that exists; while one is typed it doesn't. */
export const isDay = (text: string): boolean => /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text));
