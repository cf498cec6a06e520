using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>The card goes from hand to hand, and a seat from phone to phone.</summary>
public sealed class Cards_and_phones(World world)
{
    [Fact]
    public async Task a_card_is_handed_on_in_two_taps_and_recalled_by_the_head()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        var (head, colleague) = (phones[0], await hall.SeatAsync("bvmd", 2));
        await Expect(colleague.GetByText("the card is with Head of bvmd")).ToBeVisibleAsync();
        var before = await head.TapsAsync();
        await head.Act("Hand the card on").TapAsync();
        await head.Act("Hand the card to Delegate 2 of bvmd").TapAsync();
        Assert.Equal(2, await head.TapsAsync() - before);
        await Expect(head.GetByText("offered to Delegate 2 of bvmd")).ToBeVisibleAsync();
        await colleague.Act("Take the card").TapAsync();
        await Expect(colleague.GetByText("holds the card")).ToBeVisibleAsync();
        await Expect(head.GetByText("the card is with Delegate 2 of bvmd")).ToBeVisibleAsync();
        await hall.AskAsync("Shall we begin?");
        await colleague.VoteAsync("For");
        await Expect(head.GetByText("For is counted for your delegation")).ToBeVisibleAsync();
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await head.Act("Recall the card to me").TapAsync();
        await Expect(head.GetByText("holds the card")).ToBeVisibleAsync();
        hall.IsQuiet();
    }

    [Fact]
    public async Task a_second_phone_asks_the_desk_and_the_old_one_is_told()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        await hall.AskAsync("Shall we begin?");
        await phones[0].VoteAsync("For");
        await phones[0].IsCountedAsync("For");
        var second = await hall.OpenAsync($"/j#{hall.Codes["bvmd"]}", Size.Phone);
        await second.Act("Join").TapAsync();
        await Expect(second.Sentence()).ToHaveTextAsync("The credentials desk has to admit this phone");
        await second.Act("Show my word").TapAsync();
        var word = await second.Locator("p.word").InnerTextAsync();
        await Expect(hall.Desk.GetByLabel("Phones that ask for a place")).ToContainTextAsync(word);
        await hall.Desk.Act("Admit in place of the old").ClickAsync();
        await second.IsCountedAsync("For");
        await Expect(phones[0].Sentence()).ToHaveTextAsync("Your place was moved to another phone.");
        await second.VoteAsync("Abstain");
        await second.IsCountedAsync("Abstain");
        hall.IsQuiet();
    }

    [Fact]
    public async Task a_code_that_is_wrong_is_answered_in_a_sentence()
    {
        await using var hall = await Hall.PrepareAsync(world, "bvmd");
        hall.NetworkIsGone = true;
        var phone = await hall.OpenAsync("/j", Size.Phone);
        await phone.GetByLabel("Code").FillAsync("ABCDE-FGHJK");
        await phone.Act("Join").TapAsync();
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("code");
        await Hall.IsAccessibleAsync(phone);
    }
}
