export {
  type SkillAnswer,
  type SkillMonth,
  type SkillOptions,
  type SkillRow,
  skillPipeline,
} from './skill-pipeline';
