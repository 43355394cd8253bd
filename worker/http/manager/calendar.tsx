import type { App } from '../context.ts'

export function calendarPages(_app: App): void {}
