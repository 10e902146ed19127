using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using Microsoft.AspNetCore.Mvc;

namespace Alentour.Practices.House.SetUp;

/// <summary>/ouverture/nom, /ouverture/mission…: one question a page. Going on keeps it at once; every question but the name may be passed.</summary>
[ForAll]
public sealed class AskModel(HouseQuestions questions, SetUpActs acts, HouseStore houses, Words words) : SetUpPage
{
    public Question Question { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    public JournalTopic Topic => Question.Topic;

    /// <summary>Only the name of the house is.</summary>
    public bool IsRequired => Topic == JournalTopic.Name;

    public async Task<IActionResult> OnGetAsync(string step, CancellationToken stop)
    {
        if (!Find(step))
            return NotFound();
        Sheet = Question.Of(await houses.BeingPreparedAsync(stop), words.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string step, [FromForm] string? geste, CancellationToken stop)
    {
        if (!Find(step))
            return NotFound();
        if (geste == "passer" && !IsRequired)
        {
            await SetUp.PassAsync(step, stop);
            return OnTo(Steps.After(step));
        }
        Sheet = new Sheet(field => Request.Form[field]);
        if (!IsRequired && await houses.BeingPreparedAsync(stop) is null)
            return OnTo(Steps.All[0]);
        if (await acts.AnswerAsync(Question, Sheet, stop))
            return OnTo(Steps.After(step));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    bool Find(string step)
    {
        if (questions.At(step) is not { IsForSetUp: true } found)
            return false;
        (Question, Step) = (found, step);
        return true;
    }
}
