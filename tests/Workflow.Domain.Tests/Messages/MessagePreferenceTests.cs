using Workflow.Domain.Messages;
using Xunit;

namespace Workflow.Domain.Tests.Messages;

public sealed class MessagePreferenceTests
{
    [Theory]
    [InlineData(MessageMode.AtOnce, "van.thu@thanhson.gov.vn", null)]
    [InlineData(MessageMode.None, "", null)]
    [InlineData(MessageMode.Daily, "", "messages.address")]
    [InlineData(MessageMode.AtOnce, "văn.thư@thanhson.gov.vn", "messages.address")]
    [InlineData(MessageMode.AtOnce, "a@b", "messages.address")]
    [InlineData(MessageMode.AtOnce, "a@xa.vn, b@xa.vn", "messages.address")]
    [InlineData(MessageMode.AtOnce, "a@xa.vn\r\nBcc: b@xa.vn", "messages.address")]
    [InlineData(MessageMode.AtOnce, "Nguyễn A <a@xa.vn>", "messages.address")]
    [InlineData((MessageMode)7, "a@xa.vn", "messages.mode")]
    public void An_address_is_one_plain_address(MessageMode mode, string address, string? refusal) => Assert.Equal(refusal, MessagePreference.Refused(mode, address)?.Code);
}
