export { engine } from './engine';
export { SUPERSEDED } from './engine-pool';
export type { Progress, ProgressSource } from './progress-source';
export type { AnswerOf, OptionsOf, QuestionName } from './questions';
export { type Answer, useAnswer } from './use-answer';
export { type Answers, useEach } from './use-each';
export { type Asked, useQuestion } from './use-question';
export { type Task, useTask } from './use-task';
export { AnswerError, type Fault, faultOf } from './worker-api';
