import type { App } from '../context.ts'

export function answerRoutes(_app: App): void {}
