import { expose } from 'comlink';
import { answerDoor } from './answer-door';

expose(answerDoor());
