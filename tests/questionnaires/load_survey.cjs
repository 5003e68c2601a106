// Loads a SurveyJS model from standard input and says what survey-core made of it, once for each set of answers.
const { Model } = require(process.argv[2]);
const { model, answers } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const survey = new Model(model);
const told = {
  errors: (survey.jsonErrors || []).map((error) => error.message),
  pages: survey.pages.map((page) => page.title),
  required: survey.getAllQuestions().filter((question) => question.isRequired).map((question) => question.name),
  types: Object.fromEntries(survey.getAllQuestions().map((question) => [question.name, question.getType()])),
  walks: answers.map((given) => {
    survey.data = given;
    return {
      visible: survey.getAllQuestions().filter((question) => question.isVisible).map((question) => question.name),
      titles: Object.fromEntries(
        survey.getAllQuestions().map((question) => [
          question.name,
          question.getType() === "html" ? question.processedHtml : question.locTitle.textOrHtml,
        ]),
      ),
    };
  }),
};
process.stdout.write(JSON.stringify(told));
