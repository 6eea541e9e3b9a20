using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflow.Activities.Inbox;
using Workflow.Activities.Messages;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Documents.Import;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;

namespace Workflow.Activities;

/// <summary>Registers the use cases, the activities, and the vocabulary that definitions may use.</summary>
public static class ActivitiesSetup
{
    private static readonly string[] Shipped = ["executive-committee-resolution", "standing-committee-document", "executive-committee-resolution-by-rounds", "standing-committee-document-by-rounds"];

    /// <summary>Adds everything of this project.</summary>
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ActPipeline<,>));
        services.AddScoped<Actor>();
        services.AddScoped<Attempt>();
        services.AddScoped<Definitions.VisibleDefinitions>();
        services.AddSingleton<ResolveSubstitutes>(Substitutes.AtOpening);
        services.AddScoped<TaskRights>();
        services.AddScoped<StageHolds>();
        services.AddScoped<Signing.SigningOf>();
        services.AddScoped<Copying.CopyMaking>();
        services.AddSingleton<Signing.RevocationLists>();
        services.AddSingleton<Signing.LongTermWork>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<Signing.LongTermWork>());
        services.AddScoped<StuckTasks>();
        services.AddScoped<MyTasks>();
        services.AddScoped<ReviewSight>();
        services.AddScoped<CommentDesk>();
        services.AddScoped<InForce.StandingDesk>();
        services.AddSingleton<Signing.MachineSigner>();
        services.AddSingleton<Signing.PagePictures>();
        services.TryAddSingleton(new Conferences.BallotKeys());
        services.AddSingleton<Conferences.BallotSeal>();
        services.AddSingleton<Conferences.BallotKeySweep>();
        services.TryAddSingleton(new Conferences.GuestKeys());
        services.AddSingleton<Conferences.GuestLinks>();
        services.AddSingleton<Distribution.CopyLinks>();
        services.AddSingleton<Conferences.LiveSessions>();
        services.TryAddSingleton(new Trips.InstallationKeys());
        services.AddSingleton<Trips.InstallationKey>();
        services.AddScoped<Distribution.Copies>();
        services.AddScoped<Distribution.UnitDesk>();
        services.AddScoped<Distribution.RecipientPlan>();
        services.AddScoped<Distribution.Sending>();
        services.AddScoped<Distribution.Reminding>();
        services.AddScoped<Trips.TripGuard>();
        services.AddScoped<Trips.SessionImport>();
        services.TryAddSingleton(new Exchange.ExchangeSettings());
        services.AddScoped<Exchange.ExchangeDesk>();
        services.AddScoped<Exchange.PackageIntake>();
        services.AddScoped<Exchange.ArrivalNumbers>();
        services.AddSingleton<Exchange.ExchangePost>();
        services.AddSingleton<Exchange.ExchangeWork>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<Exchange.ExchangeWork>());
        services.AddSingleton<DeadlineWork>().AddSingleton<TurnWork>().AddSingleton<DigestWork>().AddSingleton<MaterialReminder>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<DeadlineWork>());
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<TurnWork>());
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<DigestWork>());
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<MaterialReminder>());
        services.AddSingleton<WordMail>(MailWords.Word);
        services.AddScoped<StepRound>();
        services.AddScoped<Appraisals.AppraisalForms>();
        services.AddScoped<Routes.DraftRoutes>();
        services.AddScoped<Drafting.DraftBeginning>();
        services.AddSingleton(new CatalogSettings(PlainTasks: true, Candidates: CandidateWords.Known));
        services.TryAddSingleton(new OfficeSettings());
        services.AddSingleton<OfficeConverter>();
        services.AddRequestHandlers(typeof(ActivitiesSetup).Assembly);
        foreach (var activity in typeof(ActivitiesSetup).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IActivity).IsAssignableFrom(type)))
        {
            services.AddScoped(typeof(IActivity), activity);
        }

        foreach (var declared in TaskKeys.All)
        {
            services.AddSingleton(declared);
        }

        foreach (var declared in ActivityKeys.All)
        {
            services.AddSingleton<IActivityDeclaration>(declared);
        }

        foreach (var definition in Shipped)
        {
            services.AddSingleton(new ShippedDefinition(definition, Read(definition)));
        }

        return services;
    }

    /// <summary>Finds the handlers of an assembly.</summary>
    public static void AddRequestHandlers(this IServiceCollection services, System.Reflection.Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var handled in type.GetInterfaces().Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            {
                services.AddScoped(handled, type);
            }
        }
    }

    private static string Read(string definition)
    {
        using var stream = typeof(ActivitiesSetup).Assembly.GetManifestResourceStream(definition + ".bpmn") ?? throw new InvalidOperationException($"definition {definition} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
