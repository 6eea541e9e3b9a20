using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Messages;
using Workflow.Activities.Review;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Review;
using Workflow.Runtime.Mail;

namespace Workflow.Integration.Tests.Messages;

/// <summary>What the tests of messages share.</summary>
internal static class Post
{
    public static MailSettings To(SmtpReceiver receiver) => new(new SmtpSettings("127.0.0.1", receiver.Port, StartTls: false), From: "workflow@thanhson.gov.vn", SiteUrl: "https://van-ban.thanhson.gov.vn") { Patience = TimeSpan.FromSeconds(5) };

    public static Task<ReviewWorld> World(TestCluster cluster, MailSettings settings, int hosts = 1) => ReviewWorld.Create(cluster, hosts, null, services => services.AddSingleton(settings));

    public static string AddressOf(Person person) => $"p{person.Id:N}@thanhson.gov.vn";

    public static async Task Wish(this ReviewWorld world, Person person, MessageMode mode) => await world.Done(person, new SetMyMessages(Guid.CreateVersion7(), mode, mode == MessageMode.None ? "" : AddressOf(person)));

    public static Task<int> Turns(this DemoWorld host) => host.Services.GetRequiredService<TurnWork>().Run(default);

    public static Task<int> Digests(this DemoWorld host) => host.Services.GetRequiredService<DigestWork>().Run(default);

    public static Task<int> Deadlines(this DemoWorld host) => host.Services.GetRequiredService<DeadlineWork>().RunDue(default);

    public static Task<int> Mails(this DemoWorld host) => host.Services.GetRequiredService<MailProcessor>().RunDue(default);

    public static Task<List<MailMessage>> Letters(this ReviewWorld world) => world.First.Look(db => db.Set<MailMessage>().AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.PersonId).ToListAsync());

    /// <summary>All hosts at the same moment.</summary>
    public static async Task<int> Everywhere(this ReviewWorld world, Func<DemoWorld, Task<int>> work) => (await Task.WhenAll(world.Hosts.Select(host => Task.Run(() => work(host))))).Sum();
}
